import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { guidelines } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Grounds, Rule } from '../client/types.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';
import { choiceField, textField } from './fields.js';
import { problemBox } from './problem-box.js';

type Act = (grounds: Grounds) => Promise<unknown>;

const TEXTS = {
  remove: { title: words.grounds.removeTitle, lead: words.grounds.removeLead, submit: words.grounds.remove },
  restore: { title: words.grounds.restoreTitle, lead: words.grounds.restoreLead, submit: words.grounds.restore },
  lift: { title: words.grounds.liftTitle, lead: words.grounds.liftLead, submit: words.grounds.lift },
  quieten: { title: words.grounds.quietenTitle, lead: words.grounds.quietenLead, submit: words.grounds.quieten },
  unquieten: { title: words.grounds.unquietenTitle, lead: words.grounds.unquietenLead, submit: words.grounds.unquieten },
  takeOut: { title: words.grounds.takeOutTitle, lead: words.grounds.takeOutLead, submit: words.grounds.takeOut },
  refuse: { title: words.grounds.refuseTitle, lead: words.grounds.refuseLead, submit: words.grounds.refuse },
  decline: { title: words.grounds.declineTitle, lead: words.grounds.declineLead, submit: words.grounds.decline },
};

type Kind = keyof typeof TEXTS;

const WITH_RULE: readonly Kind[] = ['remove', 'takeOut', 'quieten'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What there is to choose from, and how long it is; the first is taken unless somebody chooses. */
const SPANS: Partial<Record<Kind, Record<string, { label: string; lasting: number | undefined }>>> = {
  takeOut: {
    week: { label: words.grounds.spans.week, lasting: 7 * DAY },
    month: { label: words.grounds.spans.month, lasting: 30 * DAY },
    good: { label: words.grounds.spans.good, lasting: undefined },
  },
  // A host decides on a week at most, and a device's clock may be a little ahead.
  quieten: {
    hour: { label: words.grounds.quietSpans.hour, lasting: HOUR },
    three: { label: words.grounds.quietSpans.three, lasting: 3 * HOUR },
    day: { label: words.grounds.quietSpans.day, lasting: DAY },
    week: { label: words.grounds.quietSpans.week, lasting: 7 * DAY - HOUR / 60 },
  },
};

/** Where a moderator says under which rule and why: nothing is removed without both. */
@customElement('haven-grounds')
export class GroundsDialog extends HavenElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private rules: Rule[] = [];
  @state() private rule = '';
  @state() private reason = '';
  @state() private span = '';
  @state() private kind: Kind = 'remove';
  @state() private problem: Problem | undefined;
  private act: Act = async () => undefined;

  forRemoval(act: Act): Promise<void> {
    return this.withRule('remove', act);
  }

  /** Somebody out of a room, for a time or for good. */
  forTakingOut(act: (grounds: Grounds & { until?: string }) => Promise<unknown>): Promise<void> {
    return this.withRule('takeOut', (grounds) => act({ ...grounds, ...this.until }));
  }

  /** Somebody who is not to be heard in a room for a time. */
  forQuiet(act: (grounds: Grounds & { until?: string }) => Promise<unknown>): Promise<void> {
    return this.withRule('quieten', (grounds) => act({ ...grounds, ...this.until }));
  }

  private async withRule(kind: Kind, act: Act): Promise<void> {
    this.open(kind, act);
    try {
      this.rules = (await guidelines.read()).rules;
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }

  forRestoration(act: (reason: string) => Promise<unknown>): void {
    this.open('restore', ({ reason }) => act(reason));
  }

  forLifting(kind: 'lift' | 'decline' | 'refuse' | 'unquieten', act: (reason: string) => Promise<unknown>): void {
    this.open(kind, ({ reason }) => act(reason));
  }

  protected override render(): TemplateResult {
    const { title, lead, submit } = TEXTS[this.kind];
    return html`<dialog class="dialog" aria-labelledby="grounds-title">
      <h2 id="grounds-title">${title}</h2>
      <p>${lead}</p>
      <form novalidate @submit=${this.submit}>
        ${problemBox(this.problem)} ${WITH_RULE.includes(this.kind) ? this.ruleField() : ''}
        ${textField({
          name: 'grounds-reason',
          label: words.grounds.reason,
          hint: words.grounds.reasonHint,
          rows: 4,
          value: this.reason,
          error: this.problem?.field('reason'),
          change: (value) => (this.reason = value),
        })}
        ${this.kind in SPANS ? this.spanField() : ''}
        <div class="actions">
          <button class="button strong-button">${submit}</button>
          <button type="button" class="button" @click=${() => this.dialog.close()}>${words.site.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private ruleField(): TemplateResult {
    return choiceField({
      name: 'grounds-rule',
      label: words.grounds.rule,
      value: this.rule,
      error: this.problem?.field('rule'),
      options: [['', words.grounds.ruleChoose], ...this.rules.map(({ id, title }) => [id, `${id}. ${title}`] as const)],
      change: (value) => (this.rule = value),
    });
  }

  private spanField(): TemplateResult {
    return choiceField({
      name: 'grounds-span',
      label: words.grounds.span,
      hint: this.kind === 'quieten' ? words.grounds.quietSpanHint : words.grounds.spanHint,
      value: this.span,
      error: this.problem?.field('until'),
      options: Object.entries(this.spans).map(([span, { label }]) => [span, label] as const),
      change: (span) => (this.span = span),
    });
  }

  private open(kind: Kind, act: Act): void {
    this.kind = kind;
    this.act = act;
    this.rule = '';
    this.reason = '';
    this.span = Object.keys(this.spans)[0] ?? '';
    this.problem = undefined;
    this.dialog.showModal();
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.problem = undefined;
    try {
      await this.act({ rule: this.rule, reason: this.reason });
      this.dialog.close();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  };

  private get spans(): Record<string, { label: string; lasting: number | undefined }> {
    return SPANS[this.kind] ?? {};
  }

  private get until(): { until?: string } {
    const lasting = this.spans[this.span]?.lasting;
    return lasting === undefined ? {} : { until: new Date(Date.now() + lasting).toISOString() };
  }
}
