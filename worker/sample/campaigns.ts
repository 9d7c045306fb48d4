import { civilFromDay } from '../../shared/kernel/calendar.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Channel, TopicId } from '../../shared/profile/data-model.ts';
import { DAY_MS, HOUR_MS } from './shop-rhythm.ts';

/** One mailing of the shop: an activity, sent to those who agreed to its topic on its channel. */
export interface Campaign {
  readonly activity: string;
  readonly topic: TopicId;
  readonly channel: Channel;
  readonly at: Instant;
  readonly links: readonly string[];
}

/** Days before the base instant; closer together towards it, so that the last 30 days say something. */
const NEWSLETTER_DAYS = [6, 34, 120, 300];
const OFFER_DAYS = [3, 17, 48, 140, 365];
const PRODUCT_NEWS_DAYS = [10, 24, 200];
const COURSE_DAYS = [15, 200];
const OFFER_SMS_DAYS = [2, 16, 47, 140, 365];
const COURSE_SMS_DAYS = [14];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const OFFERS_BY_MONTH = [
  'Winter sale',
  'Winter sale, last chance',
  'Spring offers',
  'Easter tours',
  'Tent days',
  'Summer offers',
  'Mid-summer sale',
  'Back on the trail',
  'Autumn offers',
  'Wool weeks',
  'Black Week',
  'Gift guide',
];

/** All mailings up to the base instant, oldest first. */
export function planCampaigns(now: Instant): readonly Campaign[] {
  const email = (
    topic: string,
    days: readonly number[],
    name: (at: Instant) => string,
    links: readonly string[],
  ) => days.map((day) => campaign({ now, day, hour: 8, topic, channel: 'email', name, links }));
  const sms = (topic: string, days: readonly number[], name: (at: Instant) => string) =>
    days.map((day) => campaign({ now, day, hour: 16, topic, channel: 'sms', name, links: [] }));
  return [
    ...email('newsletter', NEWSLETTER_DAYS, (at) => `Newsletter ${monthOf(at)}`, ['story', 'guide', 'shop']),
    ...email('offers', OFFER_DAYS, offerOf, ['offer', 'all offers']),
    ...email('product_news', PRODUCT_NEWS_DAYS, (at) => `New in ${monthOf(at)}`, ['product', 'video']),
    ...email('events', COURSE_DAYS, (at) => `Courses from ${monthOf(at)}`, ['programme', 'register']),
    ...sms('offers', OFFER_SMS_DAYS, (at) => `${offerOf(at)} by SMS`),
    ...sms('events', COURSE_SMS_DAYS, (at) => `Course places left, ${monthOf(at)}`),
  ].sort((one, other) => one.at - other.at);
}

interface Plan {
  readonly now: Instant;
  readonly day: number;
  readonly hour: number;
  readonly topic: string;
  readonly channel: Channel;
  readonly name: (at: Instant) => string;
  readonly links: readonly string[];
}

function campaign({ now, day, hour, topic, channel, name, links }: Plan): Campaign {
  const at = Math.floor(now / DAY_MS - day) * DAY_MS + hour * HOUR_MS;
  return { activity: name(at), topic: topic as TopicId, channel, at, links };
}

function monthOf(at: Instant): string {
  const { year, month } = civilFromDay(Math.floor(at / DAY_MS));
  return `${MONTHS[month - 1]} ${year}`;
}

function offerOf(at: Instant): string {
  const { year, month } = civilFromDay(Math.floor(at / DAY_MS));
  return `${OFFERS_BY_MONTH[month - 1]} ${year}`;
}
