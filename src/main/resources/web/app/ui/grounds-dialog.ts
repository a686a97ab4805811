import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type Grounds, guidelines } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Rule } from '../client/types.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';
import { choiceField, textField } from './fields.js';
import { problemBox } from './problem-box.js';

type Act = (grounds: Grounds) => Promise<unknown>;

const TEXTS = {
  remove: { title: words.grounds.removeTitle, lead: words.grounds.removeLead, submit: words.grounds.remove },
  restore: { title: words.grounds.restoreTitle, lead: words.grounds.restoreLead, submit: words.grounds.restore },
  lift: { title: words.grounds.liftTitle, lead: words.grounds.liftLead, submit: words.grounds.lift },
  takeOut: { title: words.grounds.takeOutTitle, lead: words.grounds.takeOutLead, submit: words.grounds.takeOut },
  refuse: { title: words.grounds.refuseTitle, lead: words.grounds.refuseLead, submit: words.grounds.refuse },
  decline: { title: words.grounds.declineTitle, lead: words.grounds.declineLead, submit: words.grounds.decline },
};

type Kind = keyof typeof TEXTS;

const DAYS = { week: 7, month: 30, good: undefined } as const;

type Span = keyof typeof DAYS;

/** Where a moderator says under which rule and why: nothing is removed without both. */
@customElement('haven-grounds')
export class GroundsDialog extends HavenElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private rules: Rule[] = [];
  @state() private rule = '';
  @state() private reason = '';
  @state() private span: Span = 'week';
  @state() private kind: Kind = 'remove';
  @state() private problem: Problem | undefined;
  private act: Act = async () => undefined;

  forRemoval(act: Act): Promise<void> {
    return this.withRule('remove', act);
  }

  /** Somebody out of a room, for a time or for good. */
  forTakingOut(act: (grounds: Grounds & { until?: string }) => Promise<unknown>): Promise<void> {
    return this.withRule('takeOut', (grounds) => act({ ...grounds, ...untilOf(this.span) }));
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

  forLifting(kind: 'lift' | 'decline' | 'refuse', act: (reason: string) => Promise<unknown>): void {
    this.open(kind, ({ reason }) => act(reason));
  }

  protected override render(): TemplateResult {
    const { title, lead, submit } = TEXTS[this.kind];
    return html`<dialog class="dialog" aria-labelledby="grounds-title">
      <h2 id="grounds-title">${title}</h2>
      <p>${lead}</p>
      <form novalidate @submit=${this.submit}>
        ${problemBox(this.problem)} ${this.kind === 'remove' || this.kind === 'takeOut' ? this.ruleField() : ''}
        ${textField({
          name: 'grounds-reason',
          label: words.grounds.reason,
          hint: words.grounds.reasonHint,
          rows: 4,
          value: this.reason,
          error: this.problem?.field('reason'),
          change: (value) => (this.reason = value),
        })}
        ${this.kind === 'takeOut' ? this.spanField() : ''}
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
      hint: words.grounds.spanHint,
      value: this.span,
      error: this.problem?.field('until'),
      options: (Object.keys(DAYS) as Span[]).map((span) => [span, words.grounds.spans[span]] as const),
      change: (span) => (this.span = span as Span),
    });
  }

  private open(kind: Kind, act: Act): void {
    this.kind = kind;
    this.act = act;
    this.rule = '';
    this.reason = '';
    this.span = 'week';
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
}

function untilOf(span: Span): { until?: string } {
  const days = DAYS[span];
  return days === undefined ? {} : { until: new Date(Date.now() + days * 24 * 3_600_000).toISOString() };
}
