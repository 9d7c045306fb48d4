/** Shoal's sign: fish within fish, one eye. Its colours are the tokens, so it lives on both grounds. */
export function Mark(props: { readonly size?: number }) {
  return (
    <svg
      viewBox="72 112 380 288"
      width={props.size ?? 24}
      height={props.size ?? 24}
      fill="none"
      aria-hidden="true"
    >
      <g stroke-linecap="round" stroke-linejoin="round" stroke-width="34">
        <path stroke="var(--sea)" d="M92 150C170 350 330 390 432 256C330 122 170 162 92 362" />
        <path
          stroke="var(--sea)"
          opacity="0.55"
          d="M186 206C232 318 316 322 366 256C316 190 232 194 186 306"
        />
        <path stroke="var(--coral-fill)" d="M262 256h38" />
      </g>
    </svg>
  );
}
