import { html, nothing, type TemplateResult } from 'lit';
import { type Message, SUPPORT_KINDS, type SupportKind } from '../client/types.js';
import { fill, words } from '../words.js';

/** That people are with the author of a message. Nothing here is ever counted. */
export function supportMarks({ support, ownSupport }: Message, author: string): TemplateResult | typeof nothing {
  const given = SUPPORT_KINDS.filter((kind) => support?.includes(kind));
  return given.length === 0
    ? nothing
    : html`<ul class="support" aria-label=${fill(words.support.here, { author })}>
        ${given.map((kind) => html`<li class="need">${words.support.kinds[kind]}${mine(ownSupport?.includes(kind) === true)}</li>`)}
      </ul>`;
}

/** The ways to be with somebody; those that are given can be taken back even where nothing can be given. */
export function supportChoice(
  { ownSupport }: Message,
  author: string,
  possible: boolean,
  change: (kind: SupportKind, given: boolean) => void,
): TemplateResult {
  const choice = SUPPORT_KINDS.filter((kind) => possible || ownSupport?.includes(kind));
  return html`<div class="support-kinds" role="group" aria-label=${fill(words.support.openNamed, { author })}>
    ${choice.map((kind) => toggle(kind, ownSupport?.includes(kind) === true, change))}
    <p class="hint">${words.support.hint}</p>
  </div>`;
}

function mine(isMine: boolean): TemplateResult | typeof nothing {
  return isMine ? html` <span class="quiet">(${words.support.yours})</span>` : nothing;
}

function toggle(kind: SupportKind, given: boolean, change: (kind: SupportKind, given: boolean) => void): TemplateResult {
  return html`<button type="button" class="button" aria-pressed=${given} @click=${() => change(kind, !given)}>
    ${words.support.kinds[kind]}
  </button>`;
}
