import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureState, Notice } from '../client/types.js';
import { day, fill, time, words } from '../words.js';

const OVER: readonly MeasureState[] = ['ended', 'lifted'];

/** Of those that limit somebody now, the one that lasts longest. */
export function inForce(notices: readonly Notice[]): Notice | undefined {
  return notices
    .filter(({ state }) => state === 'in-force')
    .sort((one, other) => (other.until ?? '9').localeCompare(one.until ?? '9'))[0];
}

/** A measure as its person is told of it: the rule, the reason, until when, what happens next. */
export function noticeView(notice: Notice, heading: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`${heading}
    <p>${fill(words.standing.rule, { rule: notice.rule, title: notice.ruleTitle })}</p>
    <p class="words">${fill(words.standing.reason, { reason: notice.reason })}</p>
    <p>${times(notice)}</p>
    ${notice.liftReason === undefined
      ? nothing
      : html`<p class="words">
          ${fill(words.standing.lifted, { at: moment(notice.liftedAt ?? ''), reason: notice.liftReason })}
        </p>`}
    <p>
      ${notice.next} ${notice.youAreStillAMember ? html`<strong>${words.standing.stillMember}</strong>` : nothing}
    </p>`;
}

export function noticeTitle({ kind, state }: Notice): string {
  return (OVER.includes(state) ? words.standing.before : words.standing.now)[kind];
}

export function moment(at: string): string {
  return `${day(at)}, ${time(at)}`;
}

function times({ since, until }: Notice): string {
  return until === undefined
    ? fill(words.standing.since, { at: moment(since) })
    : fill(words.standing.until, { since: moment(since), at: moment(until) });
}
