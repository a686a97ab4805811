import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guidelines, measures } from '../../client/api.js';
import type { AccountFile, MeasureKind, Rule } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { choiceField, textField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { fill, words } from '../../words.js';

type Span = keyof typeof words.people.spans;

const KINDS: readonly MeasureKind[] = ['word', 'mute', 'suspend', 'exclude'];
const HOUR = 60 * 60_000;
const LENGTHS: Partial<Record<Span, number>> = { hour: HOUR, day: 24 * HOUR, three: 72 * HOUR, week: 7 * 24 * HOUR };
const TIMED: readonly Span[] = ['hour', 'day', 'week', 'own'];
const MEANWHILE: readonly Span[] = ['none', 'day', 'three'];

/** Where a moderator decides what is to be done, under which rule, why and until when. */
@customElement('haven-measure-form')
export class MeasureForm extends Acting {
  @property({ attribute: false }) person!: AccountFile;
  @property({ attribute: false }) taken: (sentence: string) => Promise<void> = async () => undefined;
  @state() private rules: Rule[] = [];
  @state() private kind: MeasureKind = 'word';
  @state() private rule = '';
  @state() private reason = '';
  @state() private span: Span = 'hour';
  @state() private own = '';
  private shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(async () => {
      this.rules = (await guidelines.read()).rules;
    });
  }

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('person') && this.person.id !== this.shown) {
      this.shown = this.person.id;
      this.clear();
    }
  }

  protected override render(): TemplateResult {
    return html`<p>${words.people.measuresLead}</p>
      <form class="form" novalidate @submit=${this.take}>
        ${problemBox(this.problem)}
        ${choiceField({
          name: 'measure-kind',
          label: words.people.kind,
          value: this.kind,
          options: KINDS.map((kind) => [kind, words.people.kinds[kind]] as const),
          change: (kind) => this.choose(kind as MeasureKind),
        })}
        ${this.kind === 'word' ? nothing : this.spanField()} ${this.span === 'own' ? this.ownField() : nothing}
        ${choiceField({
          name: 'measure-rule',
          label: words.grounds.rule,
          value: this.rule,
          error: this.problem?.field('rule'),
          options: [['', words.grounds.ruleChoose], ...this.rules.map(({ id, title }) => [id, `${id}. ${title}`] as const)],
          change: (rule) => (this.rule = rule),
        })}
        ${textField({
          name: 'measure-reason',
          label: words.grounds.reason,
          hint: words.grounds.reasonHint,
          rows: 4,
          value: this.reason,
          error: this.problem?.field('reason'),
          change: (reason) => (this.reason = reason),
        })}
        <div class="actions"><button class="button strong-button">${words.people.take}</button></div>
      </form>`;
  }

  private spanField(): TemplateResult {
    const isMeanwhile = this.kind === 'exclude';
    return choiceField({
      name: 'measure-span',
      label: isMeanwhile ? words.people.meanwhile : words.people.until,
      hint: isMeanwhile ? words.people.meanwhileHint : undefined,
      value: this.span,
      error: this.span === 'own' ? undefined : this.problem?.field('until'),
      options: (isMeanwhile ? MEANWHILE : TIMED).map((span) => [span, words.people.spans[span]] as const),
      change: (span) => (this.span = span as Span),
    });
  }

  private ownField(): TemplateResult {
    return textField({
      name: 'measure-own',
      label: words.people.at,
      type: 'datetime-local',
      value: this.own,
      error: this.problem?.field('until'),
      change: (own) => (this.own = own),
    });
  }

  private choose(kind: MeasureKind): void {
    this.kind = kind;
    this.span = kind === 'exclude' ? 'none' : 'hour';
  }

  private clear(): void {
    this.choose('word');
    this.rule = '';
    this.reason = '';
    this.own = '';
    this.problem = undefined;
  }

  private readonly take = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      const { id, handle } = this.person;
      const { kind, rule, reason } = this;
      const until = this.until;
      await measures.take(id, { kind, rule, reason, ...(until !== undefined && { until }) });
      this.clear();
      await this.taken(kind === 'exclude' ? words.people.proposed : fill(words.people.taken, { handle }));
    });
  };

  private get until(): string | undefined {
    if (this.kind === 'word') {
      return undefined;
    }
    const end = this.span === 'own' ? Date.parse(this.own) : Date.now() + (LENGTHS[this.span] ?? NaN);
    return Number.isNaN(end) ? undefined : new Date(end).toISOString();
  }
}
