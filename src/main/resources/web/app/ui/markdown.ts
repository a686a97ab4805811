import { html, type TemplateResult } from 'lit';

/**
 * The Markdown that the guidelines and members use: headings, paragraphs, lists, quotations, emphasis, links. It becomes
 * templates, never HTML in a string, so nothing that a person wrote can turn into markup.
 */
export function markdown(text: string, headingsFrom = 2): TemplateResult[] {
  return text
    .replace(/\r\n/g, '\n')
    .split(/\n{2,}|\n(?=#)|(?<=^#[^\n]*)\n/m)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => blockOf(block, headingsFrom));
}

function blockOf(block: string, headingsFrom: number): TemplateResult {
  const heading = /^(#{1,4}) (.*)$/.exec(block);
  if (heading !== null) {
    return headingOf((heading[1]?.length ?? 1) - 1 + headingsFrom, heading[2] ?? '');
  }
  if (/^[-*] /.test(block)) {
    return html`<ul>${itemsOf(block, /^[-*] /)}</ul>`;
  }
  if (/^\d+[.)] /.test(block)) {
    return html`<ol>${itemsOf(block, /^\d+[.)] /)}</ol>`;
  }
  if (block.startsWith('> ')) {
    return html`<blockquote><p>${inline(block.replace(/^> ?/gm, ''))}</p></blockquote>`;
  }
  return html`<p>${inline(block)}</p>`;
}

function headingOf(level: number, text: string): TemplateResult {
  switch (level) {
    case 1:
    case 2:
      return html`<h2>${inline(text)}</h2>`;
    case 3:
      return html`<h3>${inline(text)}</h3>`;
    default:
      return html`<h4>${inline(text)}</h4>`;
  }
}

function itemsOf(block: string, mark: RegExp): TemplateResult[] {
  const start = new RegExp(mark.source, 'm');
  return block
    .split(new RegExp(`\\n(?=${mark.source.slice(1)})`))
    .map((item) => html`<li>${inline(item.replace(start, ''))}</li>`);
}

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[([^\]]+)\]\(([^)\s]+)\)/s;

function inline(text: string): (TemplateResult | string)[] {
  const found = INLINE.exec(text);
  if (found === null) {
    return [text];
  }
  const rest = text.slice(found.index + found[0].length);
  return [text.slice(0, found.index), marked(found), ...inline(rest)];
}

function marked([all, strong, emphasis, code, label, address]: RegExpExecArray): TemplateResult | string {
  if (strong !== undefined) {
    return html`<strong>${inline(strong)}</strong>`;
  }
  if (emphasis !== undefined) {
    return html`<em>${inline(emphasis)}</em>`;
  }
  if (code !== undefined) {
    return html`<code>${code}</code>`;
  }
  const isSafe = address !== undefined && /^(https?:\/\/|\/(?!\/)|#)/.test(address);
  return isSafe ? html`<a href=${address} rel="noreferrer noopener">${label}</a>` : all;
}
