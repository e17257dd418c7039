interface ChoiceProps<T extends string> {
  legend: string;
  options: readonly { value: T; word: string }[];
  value: T | null;
  onChoose: (value: T) => void;
}

/** One of a few, all in sight. */
export const Choice = <T extends string>({ legend, options, value, onChoose }: ChoiceProps<T>) => (
  <fieldset class="choice">
    <legend>{legend}</legend>
    <div class="chips">
      {options.map((option) => (
        <button
          type="button"
          key={option.value}
          class="chip"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.word}
        </button>
      ))}
    </div>
  </fieldset>
);
