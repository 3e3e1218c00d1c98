import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { KeyCap } from './KeyCap';
import './Button.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** `main` is the one thing to do next; `plain` everything else; `quiet` has no frame. */
  readonly look?: 'main' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'large';
  readonly icon?: ReactNode;
  /** The key that does the same, drawn on the button. */
  readonly hotkey?: string;
  readonly type?: 'button' | 'submit';
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  hotkey,
  buttonRef,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      ref={buttonRef}
      type={type}
      className={['button', `button-${look}`, `button-${size}`, className].join(' ')}
    >
      {icon}
      <span className="button-words">{children}</span>
      {hotkey !== undefined && <KeyCap name={hotkey} />}
    </button>
  );
}
