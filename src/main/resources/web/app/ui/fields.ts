import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../words.js';

interface Common {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
}

export interface TextField extends Common {
  value: string;
  change: (value: string) => void;
  type?: 'text' | 'password' | 'search' | 'number' | 'email' | 'date' | 'time' | 'datetime-local';
  autocomplete?: string;
  inputmode?: 'numeric' | 'text';
  rows?: number;
  min?: number;
  max?: number;
  after?: TemplateResult;
}

export interface Choice extends Common {
  value: string;
  change: (value: string) => void;
  options: readonly (readonly [value: string, label: string])[];
}

export interface Tick extends Omit<Common, 'label'> {
  label: string | TemplateResult;
  checked: boolean;
  change: (checked: boolean) => void;
}

export function textField(field: TextField): TemplateResult {
  return html`<div class="field">
    ${label(field)}${hint(field)}
    <div class="field-row">${field.rows === undefined ? input(field) : textarea(field)}${field.after ?? nothing}</div>
    ${error(field)}
  </div>`;
}

export function choiceField(field: Choice): TemplateResult {
  return html`<div class="field">
    ${label(field)}${hint(field)}
    <select
      id=${field.name}
      aria-describedby=${describedBy(field)}
      aria-invalid=${field.error !== undefined}
      @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}
    >
      ${field.options.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === field.value}>${text}</option>`,
      )}
    </select>
    ${error(field)}
  </div>`;
}

export function tickField(field: Tick): TemplateResult {
  return html`<div class="field">
    <div class="tick">
      <input
        type="checkbox"
        id=${field.name}
        aria-describedby=${describedBy(field)}
        aria-invalid=${field.error !== undefined}
        .checked=${live(field.checked)}
        @change=${(event: Event) => field.change((event.target as HTMLInputElement).checked)}
      />
      <label for=${field.name}>${field.label}</label>
    </div>
    ${error(field)}
  </div>`;
}

function input(field: TextField): TemplateResult {
  return html`<input
    id=${field.name}
    name=${field.name}
    type=${field.type ?? 'text'}
    autocomplete=${field.autocomplete ?? 'off'}
    inputmode=${field.inputmode ?? nothing}
    min=${field.min ?? nothing}
    max=${field.max ?? nothing}
    autocapitalize=${field.autocomplete === undefined ? nothing : 'none'}
    spellcheck=${field.autocomplete === undefined ? nothing : 'false'}
    aria-describedby=${describedBy(field)}
    aria-invalid=${field.error !== undefined}
    .value=${live(field.value)}
    @input=${(event: Event) => field.change((event.target as HTMLInputElement).value)}
  />`;
}

function textarea(field: TextField): TemplateResult {
  return html`<textarea
    id=${field.name}
    name=${field.name}
    rows=${field.rows ?? 4}
    aria-describedby=${describedBy(field)}
    aria-invalid=${field.error !== undefined}
    .value=${live(field.value)}
    @input=${(event: Event) => field.change((event.target as HTMLTextAreaElement).value)}
  ></textarea>`;
}

function label(field: Common): TemplateResult {
  const optional = field.optional === true ? html` <span class="quiet">(${words.site.optional})</span>` : nothing;
  return html`<label for=${field.name}>${field.label}${optional}</label>`;
}

function hint(field: Common): TemplateResult | typeof nothing {
  return field.hint === undefined ? nothing : html`<p class="hint" id="${field.name}-hint">${field.hint}</p>`;
}

function error(field: Pick<Common, 'name' | 'error'>): TemplateResult | typeof nothing {
  return field.error === undefined ? nothing : html`<p class="field-error" id="${field.name}-error">${field.error}</p>`;
}

function describedBy(field: Pick<Common, 'name' | 'hint' | 'error'>): string | typeof nothing {
  const ids = [field.hint && `${field.name}-hint`, field.error && `${field.name}-error`].filter(Boolean);
  return ids.length === 0 ? nothing : ids.join(' ');
}
