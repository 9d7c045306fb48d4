/** Texts of the settings. */
export const settingsWords = {
  title: 'Settings',
  saved: 'Saved.',
  workspace: {
    title: 'Workspace',
    name: 'Name',
    nameHint: 'Shown at the top of every screen.',
    nameMissing: 'A workspace needs a name. The one before stands.',
  },
  calendar: {
    title: 'Time and calendar',
    text: 'Segments go by these, on every device: “today”, “this week” and birthdays mean the same for everybody.',
    zone: 'Time zone',
    zoneHint: (now: string) => `It is ${now} there now. Changing it counts segments anew.`,
    zoneIsOther: (zone: string) => `This device is in ${zone}. The workspace keeps its own zone.`,
    useDevice: 'Use this device’s zone',
    zonePlaceholder: 'Choose a zone',
    week: 'The week starts on',
    weeks: { monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' },
    weekHint: (from: string, to: string) => `“This week” is ${from} to ${to}.`,
    leap: 'Born on 29 February',
    leaps: { 'february-28': 'Birthday on 28 February', 'march-1': 'Birthday on 1 March' },
    leapHint: 'In years that have no 29 February. In leap years it is the day itself.',
    changed: 'The calendar is changed. Segments are counted anew.',
  },
  look: {
    title: 'On this device',
    theme: 'Colours',
    singleKeys: 'Single-key shortcuts',
    singleKeysHint:
      'Keys that act alone, such as / to search. Switch them off if you speak to your computer.',
  },
  storage: {
    title: 'Storage',
    text: 'Everything is stored in this browser, on this device, and works without a network.',
    used: (used: string, quota: string) => `${used} of the ${quota} that the browser allows.`,
    usedOnly: (used: string) => `${used} used.`,
    unknown: 'This browser does not say how much is used.',
    memory: (bytes: string) => `${bytes} held in memory now.`,
    protected: 'Protected',
    protectedText: 'The browser keeps it until you remove it.',
    unprotected: 'May be cleared',
    unprotectedText: 'When the device runs low on space, the browser may clear it. Ask it not to.',
    unknownText:
      'This browser cannot be asked to protect it. Install Shoal as an app: installed apps keep what they store. Safari clears sites that were not opened for seven days.',
    ask: 'Ask to protect it',
    asking: 'The browser may show a question of its own.',
    granted: 'The browser will keep it until you remove it.',
    refused:
      'The browser did not promise it. Using Shoal often, or installing it as an app, usually changes its mind.',
    unsentOne: 'change is on this device only.',
    unsentMany: 'changes are on this device only.',
    meter: 'Storage used',
  },
  install: {
    title: 'As an app',
    installed: 'Shoal runs as an app here. It opens CSV files too, and starts without a network.',
    text: 'Installed, Shoal has its own window, starts offline and keeps what it stores.',
    ways: [
      ['Chrome and Edge', 'Press the install sign at the end of the address bar.'],
      ['Android', 'Open the browser’s menu and choose Install app or Add to home screen.'],
      ['iPhone and iPad', 'Press Share in Safari, then Add to Home Screen.'],
      ['Firefox on a computer', 'It installs no apps. Keep the tab pinned: offline works all the same.'],
    ],
  },
  keys: {
    title: 'Keyboard',
    groups: [
      {
        title: 'Everywhere',
        keys: [
          ['/', 'Search the list'],
          ['F6', 'To the newest message'],
          ['Esc', 'Close what floats'],
        ],
      },
      {
        title: 'Lists',
        keys: [
          ['↑ ↓ or J K', 'From row to row'],
          ['Home End', 'First and last row'],
          ['Enter', 'Open'],
          ['F2', 'Rename'],
          ['Del', 'Remove'],
        ],
      },
      {
        title: 'Segment builder',
        keys: [
          ['F', 'Add a condition'],
          ['Alt ↑ ↓', 'Move a condition'],
          ['Alt → ←', 'Into and out of a group'],
          ['Ctrl Z', 'Undo'],
          ['Ctrl Shift Z', 'Redo'],
        ],
      },
    ],
  },
  about: {
    title: 'About',
    version: (version: string) => `Shoal ${version}`,
    text: 'Customer segments with exact counts while you type, with or without a network.',
    licence: 'MIT licence',
  },
  startOver: {
    title: 'Start over',
    text: 'Removes all profiles, events, segments and settings from this device. Nothing of it can be brought back.',
    button: 'Remove everything',
    dialogTitle: 'Remove everything on this device?',
    dialogText: (profiles: string, events: string) =>
      `${profiles} and ${events} go, with all segments. There is no copy anywhere else.`,
    label: (name: string) => `Type ${name} to confirm`,
    confirm: 'Remove everything',
    mismatch: 'This is not the name of the workspace.',
  },
} as const;
