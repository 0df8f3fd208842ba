"""The desk's lists and choosers: sought, filtered, sorted and paged from narrow indexes, however long they are."""
