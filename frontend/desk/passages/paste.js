// What is on the clipboard: from a word processor as HTML, for the server to read; else paragraphs of plain text.

const WRITTEN = /<(p|h[1-6]|li|table|em|i|strong|b|sup|a|blockquote)[\s>]/i;

export function pasted(clipboard) {
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain').replaceAll('\r', '');
  if (html && WRITTEN.test(html)) return { html, text };
  const paragraphs = text.split(/\n[ \t]*\n+/).map((one) => one.trim()).filter(Boolean);
  // A single paragraph is left to the browser, with its own undo.
  return paragraphs.length > 1 ? { text, blocks: paragraphs.map((one) => ({ text: one })) } : null;
}
