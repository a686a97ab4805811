import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Meeting } from '../client/types.js';
import { day, fill, moment, time, words } from '../words.js';

export function isOn({ state }: Meeting): boolean {
  return state === 'opening' || state === 'open' || state === 'closing';
}

/** Whether they may write while it is on. */
export function mayWrite(meeting: Meeting): boolean {
  return isOn(meeting) && (meeting.mine === 'place' || meeting.leads || meeting.mayLead);
}

/** The next moment at which it will have become another one. */
export function turn({ state, opensAt, startsAt, endsAt, until }: Meeting): string | undefined {
  switch (state) {
    case 'scheduled':
      return opensAt;
    case 'opening':
      return Date.parse(startsAt) > Date.now() ? startsAt : endsAt;
    case 'open':
      return endsAt;
    default:
      return until;
  }
}

export function when({ startsAt, endsAt }: Meeting): string {
  const end = day(startsAt) === day(endsAt) ? time(endsAt) : moment(endsAt);
  return fill(words.meetings.when, { start: moment(startsAt), end });
}

/** How it stands, in a sentence. */
export function standing(meeting: Meeting): string {
  const { states } = words.meetings;
  const times = {
    opens: moment(meeting.opensAt),
    start: time(meeting.startsAt),
    end: time(meeting.endsAt),
    until: meeting.until === undefined ? '' : time(meeting.until),
  };
  if (meeting.state === 'opening') {
    return fill(Date.parse(meeting.startsAt) > Date.now() ? states.arriving : states.waiting, times);
  }
  return fill(meeting.hostGone ? states.hostGone : states[meeting.state], times);
}

/** When, with whom, and how many places there are. */
export function facts(meeting: Meeting): TemplateResult {
  const { host, leads, placesLeft: left, places, series } = meeting;
  const withHost = leads
    ? words.meetings.hostIsYou
    : host === undefined
      ? words.meetings.noHost
      : fill(words.meetings.host, { host: host.handle });
  const room = left > 0 ? fill(words.meetings.placesLeft, { left, places }) : fill(words.meetings.full, { places });
  return html`<p>
    <time datetime=${meeting.startsAt}>${when(meeting)}</time>. ${series.weekly ? `${words.meetings.weekly}. ` : nothing}
    ${withHost}. ${meeting.state === 'cancelled' ? nothing : `${room}.`}
  </p>`;
}

/** What the room's log says of a session. */
export function sessionLine(entry: Extract<Entry, { type: 'session' }>): string {
  const { lines } = words.meetings;
  return fill(entry.hostGone ? lines.hostGone : lines[entry.state], {
    title: entry.title,
    start: moment(entry.startsAt),
    until: entry.until === undefined ? '' : time(entry.until),
  });
}
