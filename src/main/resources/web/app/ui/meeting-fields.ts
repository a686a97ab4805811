import type { TemplateResult } from 'lit';
import type { Author } from '../client/types.js';
import { words } from '../words.js';
import { type Choice, choiceField } from './fields.js';

/** Who looks after a session: one of those who look after its room. */
export function hostField(field: Pick<Choice, 'name' | 'value' | 'error' | 'change'>, hosts: readonly Author[]): TemplateResult {
  return choiceField({
    ...field,
    label: words.meetings.form.host,
    options: hosts.map(({ id, handle }) => [id, handle] as const),
  });
}
