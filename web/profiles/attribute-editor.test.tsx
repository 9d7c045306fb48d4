import { render } from 'solid-js/web';
import { afterEach, expect, test, vi } from 'vitest';
import type { Attribute, AttributeId, ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import { type OpenWorkspace, WorkspaceProvider } from '../data/workspace-context.tsx';
import { AttributeEditor } from './attribute-editor.tsx';

const workspace = { settings: { timeZone: 'Europe/Berlin' } } as OpenWorkspace;
const attribute = (type: ValueType): Attribute => ({
  id: 'a' as AttributeId,
  key: 'a',
  name: 'Points',
  type,
  archived: false,
});

afterEach(() => {
  document.body.replaceChildren();
});

function edit(type: ValueType, value?: Value) {
  const onSave = vi.fn();
  const onCancel = vi.fn();
  render(
    () => (
      <WorkspaceProvider workspace={workspace}>
        <AttributeEditor attribute={attribute(type)} value={value} onSave={onSave} onCancel={onCancel} />
      </WorkspaceProvider>
    ),
    document.body,
  );
  return { onSave, onCancel };
}

function field(): HTMLInputElement {
  const input = document.querySelector('input');
  if (!input) throw new Error('no field');
  return input;
}

function enter(text: string): void {
  field().value = text;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function submit(): void {
  field().form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

test('[SEG-4] a text that is no number is told, tied to its field, and not saved', () => {
  const { onSave } = edit('number', 1);
  enter('many');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  const about = document.getElementById(field().getAttribute('aria-describedby') ?? '');
  expect(about?.textContent).toMatch(/not a number/);
  submit();
  expect(onSave).not.toHaveBeenCalled();
});

test('Enter saves what is meant, Escape leaves it as it was', () => {
  const { onSave, onCancel } = edit('number', 1);
  enter('2,5');
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(onCancel).toHaveBeenCalledOnce();
  submit();
  expect(onSave).toHaveBeenCalledWith(2.5);
});

test('[SEG-3] an emptied field clears the value; an unchanged one is no edit', () => {
  const { onSave, onCancel } = edit('text', 'Lund');
  submit();
  expect([onSave.mock.calls.length, onCancel.mock.calls.length]).toEqual([0, 1]);
  enter('  ');
  submit();
  expect(onSave).toHaveBeenCalledWith(null);
});
