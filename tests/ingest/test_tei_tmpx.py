def test_x(archive, shared_data):
    from sourcebook.ingest.settle import settle
    from sourcebook.ingest.tei import read
    r=settle(read([shared_data/"milestones/1953-1960.xml"]))
    print(r.counts); print([str(l) for l in r.lines if l.outcome=='refused'][:5])
