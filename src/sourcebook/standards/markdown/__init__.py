"""Words and blocks of texts from elsewhere (TEI, word processors), printed as the archive's Markdown."""
