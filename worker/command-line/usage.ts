export const USAGE = `shoal evaluates and checks segments on files.

shoal evaluate --profiles FILE [--events FILE] --segment FILE --now INSTANT --zone IANA
               [--types FILE] [--engine columnar|interpreter] [--ids]
               [--week-start monday|sunday|saturday] [--leap-day february-28|march-1]
  Prints one line of JSON: count, membersSha256, engine, now, timeZone (and ids).

shoal validate --segment FILE
  Prints what is wrong with a segment file, each with its path.

Exit code 0: done. 2: bad input, said in one line. The files are described in worker/command-line/README.md.
`;
