/** Milliseconds since 1970-01-01T00:00:00Z, whole. Years 0001 to 9999. */
export type Instant = number;

/** Days since 1970-01-01 in the proleptic Gregorian calendar: a date without time (SEG-18). */
export type Day = number;

/** IANA name of a time zone, already checked. */
export type TimeZone = string;

export type WeekStart = 'monday' | 'sunday' | 'saturday';
/** Where a 29 February has its anniversary in a common year (SEG-20). */
export type LeapDay = 'february-28' | 'march-1';
