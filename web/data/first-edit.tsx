import { type Accessor, createContext, createSignal, type JSX, useContext } from 'solid-js';
import { assert } from '../../shared/kernel/assert.ts';

/** The first edit of this visit: the moment to speak of keeping it. Value moments bring the offer to install. */
export interface FirstEdit {
  readonly happened: () => void;
  readonly hasHappened: Accessor<boolean>;
  readonly valueFelt: () => void;
  readonly hasFeltValue: Accessor<boolean>;
}

const Context = createContext<FirstEdit>();

export function useFirstEdit(): FirstEdit {
  const context = useContext(Context);
  assert(context, 'useFirstEdit needs its provider');
  return context;
}

export function FirstEditProvider(props: { readonly children: JSX.Element }) {
  const [hasHappened, setHappened] = createSignal(false);
  const [hasFeltValue, setFeltValue] = createSignal(false);
  const value: FirstEdit = {
    happened: () => setHappened(true),
    hasHappened,
    valueFelt: () => setFeltValue(true),
    hasFeltValue,
  };
  return <Context.Provider value={value}>{props.children}</Context.Provider>;
}
