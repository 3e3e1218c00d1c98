import './KeyCap.css';

/** The name of a key as it is printed on it. Decoration: the key itself is announced by `aria-keyshortcuts`. */
export function KeyCap({ name }: { readonly name: string }) {
  return (
    <kbd className="key-cap" aria-hidden="true">
      {name}
    </kbd>
  );
}
