export const onboardingWords = {
  title: 'Know who you are talking to',
  lead: 'Shoal finds groups of customers with exact numbers, right here in your browser. It works on a train as well as at a desk.',
  sample: {
    title: 'Look around with a sample',
    text: '10,000 profiles and 100,000 events of a made-up shop with newsletters. Ready in a few seconds.',
    start: 'Start with the sample',
  },
  empty: {
    title: 'Bring your own data',
    text: 'An empty workspace. Import a CSV file, or type your first profile.',
    start: 'Start empty',
  },
  zone: (zone: string) => `Days begin and end in ${zone}. You can change that in the settings.`,
  device: 'Nothing leaves this device.',
  working: 'Making your workspace',
  sampleName: 'Sample shop',
  emptyName: 'My workspace',
} as const;
