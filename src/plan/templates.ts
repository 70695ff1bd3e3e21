import type { Language } from '../core/text';
import type { SourceKind } from '../movement/types';
import type { ClinicLevel } from './clinic';
import { createDefaultItem } from './default-item';
import type { Dose, Level, PlanItem } from './types';

/** One line of a starting plan; what is not said is as in every new line. */
export interface TemplateItem extends Partial<Pick<Dose, 'sets' | 'restS' | 'sessionsPerWeek'>> {
  readonly game: string;
  readonly level: string;
  readonly side?: PlanItem['side'];
  readonly source?: SourceKind;
}

/** A named starting plan: an aim, for whom, and where its choice comes from. The therapist changes it afterwards; no benefit is promised. */
export interface PlanTemplate {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly about: Readonly<Record<Language, string>>;
  /** From the most able to the most limited level that it is meant for. */
  readonly gmfcs: readonly [from: ClinicLevel, to: ClinicLevel];
  readonly posture: 'seated' | 'standing' | 'walking' | 'floor';
  /** Keys of clinical.md. */
  readonly sources: string;
  readonly items: readonly TemplateItem[];
}

/** The starting plans, from the most limited children to the most able. */
export const planTemplates: readonly PlanTemplate[] = [
  {
    id: 'first-touches',
    name: { en: 'First touches', 'zh-CN': '最初的触碰' },
    about: {
      en: 'Any touch, any movement of an arm and any beat is answered. Choose keys and switches where touching is hard.',
      'zh-CN': '任何触碰、抬手或敲击都有回应。触屏有困难时，可改用按键和开关。',
    },
    gmfcs: ['IV', 'V'],
    posture: 'seated',
    sources: 'D (reaching, aerobic, ROM; level V), C9',
    items: [
      { game: 'fireflies', level: '01-light-up-the-bay' },
      { game: 'drums', level: '01-wake-the-cave' },
      { game: 'sunrise', level: '01-first-light', source: 'adult' },
    ],
  },
  {
    id: 'on-the-mat',
    name: { en: 'On the mat', 'zh-CN': '垫上活动' },
    about: {
      en: 'Rolling with an adult who counts, and arms that push up from the seat.',
      'zh-CN': '由大人计数的翻身练习，以及坐位手臂撑起。',
    },
    gmfcs: ['III', 'V'],
    posture: 'floor',
    sources: 'D (mobility, strength)',
    items: [
      { game: 'island-hop', level: '01-a-little-turn', source: 'adult' },
      { game: 'rocket', level: '01-first-light', source: 'adult' },
    ],
  },
  {
    id: 'arms-endurance',
    name: { en: 'Arm endurance, seated', 'zh-CN': '坐位上肢耐力' },
    about: {
      en: 'Drumming in short bouts, to be built up, and push-ups from the seat with a day between.',
      'zh-CN': '短时间敲鼓，逐步加长；坐位撑起，隔天进行。',
    },
    gmfcs: ['III', 'V'],
    posture: 'seated',
    sources: 'C4 (VER16, OMNI), D (aerobic, strength)',
    items: [
      { game: 'drums', level: '04-both-hands-welcome' },
      { game: 'rocket', level: '02-push-from-the-chair', source: 'adult', sets: 2, restS: 60 },
    ],
  },
  {
    id: 'seated-balance',
    name: { en: 'Seated balance', 'zh-CN': '坐位平衡' },
    about: {
      en: 'Quiet sitting, leans to both sides and reaching out to the side. Support at the height that the trunk needs.',
      'zh-CN': '安静坐稳、向两侧倾身、向侧方伸手。支撑高度要与躯干控制相配。',
    },
    gmfcs: ['III', 'IV'],
    posture: 'seated',
    sources: 'C1, C5 (SATCO), D (balance)',
    items: [
      { game: 'ferry', level: '02-sit-a-little' },
      { game: 'lighthouse', level: '02-over-to-the-boat' },
      { game: 'fireflies', level: '03-out-to-the-side' },
    ],
  },
  {
    id: 'reach-one-side',
    name: { en: 'Reaching, one side after the other', 'zh-CN': '左右轮流伸手' },
    about: {
      en: 'Both hands in turn, because the other hand may be weak too, and the arm lifted in front.',
      'zh-CN': '两手轮流，因为另一只手也可能较弱；再加上抬臂练习。',
    },
    gmfcs: ['I', 'IV'],
    posture: 'seated',
    sources: 'C0 (NOV20), C2 (TOUCH20), D (reaching, ROM)',
    items: [
      { game: 'fireflies', level: '04-all-around', side: 'alternate' },
      { game: 'sunrise', level: '03-up-to-the-cloud', side: 'alternate' },
    ],
  },
  {
    id: 'two-hands',
    name: { en: 'Two hands together', 'zh-CN': '双手配合' },
    about: {
      en: 'Both hands on two lights, one drum after the other, and one tail drawn by two hands.',
      'zh-CN': '双手点两盏灯，左右轮流敲鼓，两手一起画彗尾。',
    },
    gmfcs: ['I', 'IV'],
    posture: 'seated',
    sources: 'C0 (NOV20, bimanual), D (reaching; one-sided)',
    items: [
      { game: 'fireflies', level: '10-both-hands' },
      { game: 'drums', level: '07-left-then-right', side: 'alternate' },
      { game: 'comet', level: '03-two-hands-one-tail' },
    ],
  },
  {
    id: 'walk-with-device',
    name: { en: 'Walking with a frame or sticks', 'zh-CN': '借助助行器行走' },
    about: {
      en: 'Short ways with rests, short bouts to music, and drumming in the chair: effort counts, not steps.',
      'zh-CN': '短距离行走并休息，随音乐短时行走，再坐着敲鼓：看用力程度，不数步数。',
    },
    gmfcs: ['II', 'III'],
    posture: 'walking',
    sources: 'C3 (JAC22, HRR), C4, D (walking)',
    items: [
      { game: 'postman', level: '02-next-door', source: 'adult', restS: 60 },
      { game: 'parade', level: '02-first-paces', restS: 60 },
      { game: 'drums', level: '04-both-hands-welcome' },
    ],
  },
  {
    id: 'strong-legs',
    name: { en: 'Strong legs', 'zh-CN': '腿部力量' },
    about: {
      en: 'Standing up from a bench in sets of six to fifteen with a day between, and standing wide.',
      'zh-CN': '从凳子上站起，每组六到十五次，隔天进行；再加上宽距站立。',
    },
    gmfcs: ['I', 'III'],
    posture: 'standing',
    sources: 'C4 (STS5, STSL, VER16), D (strength)',
    items: [
      { game: 'rocket', level: '04-off-the-bench', sets: 2, restS: 90, sessionsPerWeek: 3 },
      { game: 'ferry', level: '05-stand-wide' },
    ],
  },
  {
    id: 'standing-balance',
    name: { en: 'Standing balance', 'zh-CN': '站立平衡' },
    about: {
      en: 'Standing with the feet together and leans to four sides; one leg comes later.',
      'zh-CN': '双脚并拢站立，向四个方向倾身；单腿站立留到以后。',
    },
    gmfcs: ['I', 'II'],
    posture: 'standing',
    sources: 'C1 (SLS), C0 (DON07, PREC), D (balance)',
    items: [
      { game: 'ferry', level: '07-feet-together' },
      { game: 'lighthouse', level: '06-four-winds' },
    ],
  },
  {
    id: 'walk-farther',
    name: { en: 'Walking farther', 'zh-CN': '走得更远' },
    about: {
      en: 'Ways of ten metres, marching at the own pace and standing up from a bench.',
      'zh-CN': '十米的路程，按自己的节奏行走，再加上从凳子上站起。',
    },
    gmfcs: ['I', 'II'],
    posture: 'walking',
    sources: 'C3 (1MWT, RAS, RASST), C4, D (walking)',
    items: [
      { game: 'postman', level: '04-down-the-lane', source: 'adult' },
      { game: 'parade', level: '04-along-the-wall', sessionsPerWeek: 3 },
      { game: 'rocket', level: '04-off-the-bench', restS: 60 },
    ],
  },
];

/** The fields of a plan edit that add a starting plan's lines after those of a plan; games that are in it already stay as they are. */
export function toTemplateFields(
  template: PlanTemplate,
  plan: readonly Pick<PlanItem, 'game'>[],
  levels: readonly Level[],
  newId: () => string,
  usualSource: (game: string) => SourceKind,
): Readonly<Record<string, string | number>> {
  const added = listNew(template.items, plan).flatMap((item) => {
    const level = levels.find((one) => one.game === item.game && one.id === item.level);
    return level ? [{ item, level }] : [];
  });
  return Object.assign(
    {},
    ...added.map(({ item, level }, i) => {
      const id = newId();
      const { sets, restS, sessionsPerWeek, side } = item;
      const own = { side, 'dose.sets': sets, 'dose.restS': restS, 'dose.sessionsPerWeek': sessionsPerWeek };
      return {
        ...createDefaultItem(level, id, plan.length + i, item.source ?? usualSource(item.game)),
        ...Object.fromEntries(Object.entries(own).flatMap(([path, value]) => (value === undefined ? [] : [[`items.${id}.${path}`, value]]))),
      };
    }),
  );
}

/** The lines whose game is not in a plan yet: one game, one line. */
export function listNew<T extends { readonly game: string }>(lines: readonly T[], plan: readonly Pick<PlanItem, 'game'>[]): readonly T[] {
  return lines.filter(({ game }) => !plan.some((item) => item.game === game));
}
