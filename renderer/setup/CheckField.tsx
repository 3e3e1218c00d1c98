interface CheckFieldProps {
  readonly label: string;
  /** What follows from it. */
  readonly help?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is either so or not. */
export function CheckField({ label, help, checked, disabled = false, onChange }: CheckFieldProps) {
  return (
    <label className="setup-check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>
        {label}
        {help !== undefined && <small>{help}</small>}
      </span>
    </label>
  );
}
