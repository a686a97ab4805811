import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { resources } from '../client/api.js';
import { drafts } from '../client/drafts.js';
import { session } from '../client/session.js';
import { KINDS, type Resource, type ResourceText, THEMES } from '../client/types.js';
import { choiceField, textField, tickField } from '../ui/fields.js';
import { markdown } from '../ui/markdown.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

/** As it is typed: steps in one field, one a line. */
interface Draft extends Omit<ResourceText, 'steps'> {
  steps: string;
}

const EMPTY: Draft = { title: '', kind: 'experience', summary: '', body: '', steps: '', minutes: 5, themes: [], source: '' };

/** With the version it began from: what somebody else saved since then is not to be written over unseen. */
interface Kept {
  draft: Draft;
  version: number;
}

@customElement('haven-resource-form')
export class ResourceForm extends Page {
  @state() private draft: Draft = EMPTY;
  @state() private previewing = false;
  @state() private newest: Resource | undefined;
  private version = 0;

  protected get heading(): string {
    return this.resourceId === undefined ? words.resourceForm.create : words.resourceForm.edit;
  }

  protected override async load(): Promise<void> {
    const kept = drafts.get<Kept>(this.me, this.store);
    if (kept !== undefined) {
      ({ draft: this.draft, version: this.version } = kept);
    } else if (this.resourceId !== undefined) {
      const resource = await resources.get(this.resourceId);
      this.version = resource.version;
      this.draft = draftOf(resource);
    }
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.resourceForm.lead}</p>
      <form class="form" novalidate @submit=${this.submit}>
        ${problemBox(this.problem)} ${this.conflict()}
        ${this.text('title', words.resourceForm.title)}
        ${choiceField({
          name: 'kind',
          label: words.resourceForm.kind,
          value: this.draft.kind,
          error: this.problem?.field('kind'),
          options: KINDS.map((kind) => [kind, words.board.kinds[kind]] as const),
          change: (kind) => this.write({ kind }),
        })}
        ${this.text('summary', words.resourceForm.summary, words.resourceForm.summaryHint, 3)} ${this.bodyField()}
        ${this.text('steps', words.resourceForm.steps, words.resourceForm.stepsHint, 5, true)}
        ${textField({
          name: 'minutes',
          label: words.resourceForm.minutes,
          type: 'number',
          min: 1,
          max: 240,
          value: String(this.draft.minutes),
          error: this.problem?.field('minutes'),
          change: (minutes) => this.write({ minutes: Number(minutes) }),
        })}
        ${this.themes()} ${this.text('source', words.resourceForm.source, words.resourceForm.sourceHint)}
        ${this.buttons()}
        <p class="hint">${words.resourceForm.draftKept}</p>
      </form>`;
  }

  private text(
    name: 'title' | 'summary' | 'body' | 'steps' | 'source',
    label: string,
    hint?: string,
    rows?: number,
    optional = false,
  ): TemplateResult {
    return textField({
      name,
      label,
      hint,
      optional,
      value: this.draft[name],
      error: this.problem?.field(name) ?? this.problem?.fields.find(({ field }) => field.startsWith(`${name}[`))?.message,
      change: (value) => this.write({ [name]: value }),
      ...(rows !== undefined && { rows }),
    });
  }

  private bodyField(): TemplateResult {
    return html`${this.previewing
        ? html`<section class="card prose" aria-label=${words.resourceForm.preview}>${markdown(this.draft.body)}</section>`
        : this.text('body', words.resourceForm.body, words.resourceForm.bodyHint, 12)}
      <p>
        <button type="button" class="button" @click=${() => (this.previewing = !this.previewing)}>
          ${this.previewing ? words.resourceForm.write : words.resourceForm.preview}
        </button>
      </p>`;
  }

  private themes(): TemplateResult {
    const error = this.problem?.field('themes');
    return html`<fieldset class="field" aria-describedby="themes-hint">
      <legend>${words.resourceForm.themes}</legend>
      <p class="hint" id="themes-hint">${words.resourceForm.themesHint}</p>
      ${error === undefined ? nothing : html`<p class="field-error">${error}</p>`}
      <div class="ticks">
        ${THEMES.map((theme) =>
          tickField({
            name: `theme-${theme}`,
            label: words.board.themes[theme],
            checked: this.draft.themes.includes(theme),
            change: (checked) => this.tick(theme, checked),
          }),
        )}
      </div>
    </fieldset>`;
  }

  private buttons(): TemplateResult {
    return this.resourceId === undefined
      ? html`<div class="actions">
          <button class="button strong-button">${words.resourceForm.publish}</button>
          <button type="button" class="button" @click=${() => this.create(false)}>${words.resourceForm.keepDraft}</button>
        </div>`
      : html`<div class="actions"><button class="button strong-button">${words.resourceForm.save}</button></div>`;
  }

  private conflict(): TemplateResult | typeof nothing {
    if (this.problem?.code !== 'changed-meanwhile') {
      return nothing;
    }
    return html`<section class="notice">
      <p>${words.resourceForm.conflict}</p>
      ${this.newest === undefined
        ? html`<button type="button" class="button" @click=${this.loadNewest}>${words.resourceForm.loadNewest}</button>`
        : html`<h2>${words.resourceForm.newest}</h2>
            <p><strong>${this.newest.title}</strong></p>
            <p>${this.newest.summary}</p>
            <p class="words">${this.newest.body}</p>
            <button type="button" class="button" @click=${this.saveOver}>${words.resourceForm.saveMine}</button>`}
    </section>`;
  }

  private write(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    drafts.keep(this.me, this.store, { draft: this.draft, version: this.version } satisfies Kept);
  }

  private tick(theme: string, checked: boolean): void {
    const others = this.draft.themes.filter((other) => other !== theme);
    this.write({ themes: checked ? [...others, theme] : others });
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.resourceId === undefined ? this.create(true) : this.doing(() => this.save(this.version));
  };

  private create(publish: boolean): Promise<void> {
    return this.doing(async () => this.done(await resources.create(textOf(this.draft), publish)));
  }

  private async save(version: number): Promise<void> {
    this.done(await resources.edit(this.resourceId ?? '', version, textOf(this.draft)));
  }

  private done(resource: Resource): void {
    drafts.drop(this.me, this.store);
    Router.go(`/board/${resource.id}`);
  }

  // The problem stays on the page: it is what the newest version is the answer to.
  private readonly loadNewest = async (): Promise<void> => {
    this.newest = await resources.get(this.resourceId ?? '');
  };

  private readonly saveOver = (): Promise<void> => this.doing(() => this.save(this.newest?.version ?? this.version));

  private get resourceId(): string | undefined {
    return this.params['id'];
  }

  private get me(): string {
    return session.person?.id ?? '';
  }

  private get store(): string {
    return `resource.${this.resourceId ?? 'new'}`;
  }
}

function draftOf({ title, kind, summary, body, steps, minutes, themes, source }: Resource): Draft {
  return { title, kind, summary, body, steps: steps.join('\n'), minutes, themes, source: source ?? '' };
}

function textOf(draft: Draft): ResourceText {
  const steps = draft.steps
    .split('\n')
    .map((step) => step.trim())
    .filter((step) => step !== '');
  return { ...draft, steps };
}
