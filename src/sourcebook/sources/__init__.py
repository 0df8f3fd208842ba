"""The desk's primary sources: what they are, where the originals are, their files, canvases and text versions."""
