/**
 * Copies a text to the clipboard, from within a click.
 * @returns false where neither the modern nor the old way is allowed; some hosts' frames forbid the modern one
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * Copies by selecting the text in a hidden field, where the browser forbids the clipboard; false if that fails too.
 */
function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
