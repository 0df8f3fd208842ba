"""Masters as they arrive: where their bytes are kept, and the facts that are read from them."""
