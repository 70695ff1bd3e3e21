import type * as Phaser from 'phaser';
import type { Look } from '../../session/types';
import { paintOnce } from '../kit/glow';

type Pen = CanvasRenderingContext2D;

/** Lengths and widths of the paper companion, in its own units. */
export const bodyU = { torso: 122, torsoWide: 96, thigh: 78, shin: 76, upper: 58, fore: 56, legWide: 42, armWide: 36, foot: 50, rim: 9 } as const;
/** The paper edge around the companion: seen against every sea and every ground. */
export const rimColour = '#FBF3E0';

/** Colours of one companion's papers. */
interface Papers {
  readonly torso: string;
  readonly front: string;
  readonly sleeve: string;
  readonly paw: string;
  readonly thigh: string;
  readonly shin: string;
  readonly foot: string;
  readonly tail: string;
  readonly scarf: string;
}

const papers: Readonly<Record<Look['companion']['name'], Papers>> = {
  otter: {
    torso: '#F4B63F',
    front: '#5B9DBD',
    sleeve: '#5B9DBD',
    paw: '#957458',
    thigh: '#957458',
    shin: '#957458',
    foot: '#785B46',
    tail: '#957458',
    scarf: '#DD9B2E',
  },
  puffin: {
    torso: '#1F3F58',
    front: '#E6EFEF',
    sleeve: '#2B5069',
    paw: '#34566F',
    thigh: '#1F3F58',
    shin: '#E98A48',
    foot: '#D0703A',
    tail: '#122D42',
    scarf: '#4E8F5B',
  },
  fox: {
    torso: '#6A4C7D',
    front: '#80609A',
    sleeve: '#80609A',
    paw: '#574350',
    thigh: '#DE9550',
    shin: '#574350',
    foot: '#433340',
    tail: '#DE9550',
    scarf: '#86689A',
  },
  turtle: {
    torso: '#2B6C8F',
    front: '#EBD8B6',
    sleeve: '#86B98C',
    paw: '#659B70',
    thigh: '#86B98C',
    shin: '#86B98C',
    foot: '#659B70',
    tail: '#659B70',
    scarf: '#E4694E',
  },
};

/** Paints all parts of this companion, `scale` canvas pixels a unit: each limb once in its colours and once as its rim. */
export function paintParts(scene: Phaser.Scene, look: Look, scale: number): void {
  const paint = papers[look.companion.name];
  const splints = look.companion.aid === 'splints';
  const { torso, torsoWide, thigh, shin, upper, fore, legWide, armWide, foot, rim } = bodyU;
  const limb = (key: string, length: number, wide: number, draw: (pen: Pen) => void) => {
    const [w, h] = [(length + wide + rim * 2) * scale, (wide + rim * 2) * scale];
    const at = (pen: Pen) => {
      pen.scale(scale, scale);
      pen.translate(rim + wide / 2, rim + wide / 2);
    };
    paintOnce(scene, `ih-${key}`, w, h, (pen) => {
      at(pen);
      draw(pen);
    });
    paintOnce(scene, `ih-${key}-rim`, w, h, (pen) => {
      at(pen);
      pen.fillStyle = rimColour;
      bar(pen, length, wide + rim * 2);
    });
  };
  limb('thigh', thigh, legWide, (pen) => shaded(pen, thigh, legWide, paint.thigh));
  limb('shin', shin, legWide - 4, (pen) => {
    shaded(pen, shin, legWide - 4, paint.shin);
    if (splints) paintSplint(pen, shin, legWide - 4);
  });
  limb('foot', foot - 26, 28, (pen) => shaded(pen, foot - 26, 28, splints ? '#B4D0DD' : paint.foot));
  limb('upper', upper, armWide, (pen) => shaded(pen, upper, armWide, paint.sleeve));
  limb('fore', fore, armWide, (pen) => {
    shaded(pen, fore, armWide - 2, paint.sleeve);
    pen.fillStyle = paint.paw;
    circle(pen, fore - 1, 0, armWide / 2);
    pen.fillStyle = 'rgba(12,30,48,.16)';
    pen.beginPath();
    pen.arc(fore - 1, 0, armWide / 2, 0, Math.PI);
    pen.fill();
  });
  paintOnce(scene, 'ih-torso', (torsoWide + rim * 4) * scale, (torso + 60 + rim * 4) * scale, (pen) => {
    pen.scale(scale, scale);
    pen.translate(rim * 2 + torsoWide / 2, rim * 2 + torso + 12);
    paintTorso(pen, paint, look.companion.name === 'turtle');
  });
  paintOnce(scene, 'ih-tail', 130 * scale, 70 * scale, (pen) => {
    pen.scale(scale, scale);
    pen.lineJoin = 'round';
    const trace = () => {
      pen.beginPath();
      pen.moveTo(118, 24);
      pen.bezierCurveTo(84, 6, 40, 14, 16, 46);
      pen.bezierCurveTo(12, 58, 26, 60, 40, 54);
      pen.bezierCurveTo(70, 44, 96, 52, 118, 50);
      pen.closePath();
    };
    pen.strokeStyle = rimColour;
    pen.lineWidth = rim * 2;
    trace();
    pen.stroke();
    pen.fillStyle = paint.tail;
    pen.fill();
  });
}

function paintTorso(pen: Pen, paint: Papers, shell: boolean): void {
  const { torso, torsoWide, rim } = bodyU;
  const half = torsoWide / 2;
  const trace = () => {
    pen.beginPath();
    pen.moveTo(-half * 0.66, -torso);
    pen.bezierCurveTo(-half * (shell ? 1.5 : 1.12), -torso * 0.7, -half * (shell ? 1.5 : 1.1), 0, -half * 0.7, 22);
    pen.bezierCurveTo(-half * 0.3, 40, half * 0.5, 40, half * 0.84, 18);
    pen.bezierCurveTo(half * 1.14, -20, half * 0.94, -torso * 0.78, half * 0.56, -torso);
    pen.closePath();
  };
  pen.lineJoin = 'round';
  pen.strokeStyle = rimColour;
  pen.lineWidth = rim * 2;
  trace();
  pen.stroke();
  pen.fillStyle = paint.torso;
  pen.fill();
  pen.save();
  pen.clip();
  pen.fillStyle = paint.front;
  pen.beginPath();
  pen.moveTo(half * 0.3, -torso - 10);
  pen.bezierCurveTo(half * 0.06, -torso * 0.5, half * 0.1, 0, half * 0.5, 44);
  pen.lineTo(half * 2, 44);
  pen.lineTo(half * 2, -torso - 10);
  pen.fill();
  pen.fillStyle = 'rgba(255,255,255,.16)';
  pen.beginPath();
  pen.ellipse(-half * 0.9, -torso * 0.6, half * 0.5, torso * 0.6, 0.2, 0, 7);
  pen.fill();
  pen.fillStyle = 'rgba(12,30,48,.15)';
  pen.beginPath();
  pen.ellipse(half * 0.1, 40, half * 1.2, 28, 0, 0, 7);
  pen.fill();
  pen.restore();
  pen.strokeStyle = paint.scarf;
  pen.lineWidth = 22;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(-half * 0.56, -torso + 8);
  pen.quadraticCurveTo(0, -torso + 24, half * 0.5, -torso + 8);
  pen.stroke();
}

/** An ankle-foot splint on the shin: a pale shell with two straps. */
function paintSplint(pen: Pen, length: number, wide: number): void {
  pen.save();
  pen.beginPath();
  pen.rect(length * 0.22, -wide, length * 2, wide * 2);
  pen.clip();
  shaded(pen, length, wide, '#D5E7EE');
  pen.fillStyle = '#2B6C8F';
  for (const at of [0.34, 0.78]) {
    pen.beginPath();
    pen.roundRect(length * at, -wide / 2, 11, wide, 4);
    pen.fill();
  }
  pen.restore();
}

function bar(pen: Pen, length: number, wide: number): void {
  pen.beginPath();
  pen.roundRect(-wide / 2, -wide / 2, length + wide, wide, wide / 2);
  pen.fill();
}

function shaded(pen: Pen, length: number, wide: number, colour: string): void {
  pen.fillStyle = colour;
  bar(pen, length, wide);
  pen.save();
  pen.clip();
  pen.fillStyle = 'rgba(12,30,48,.13)';
  pen.fillRect(-wide, wide * 0.14, length + wide * 2, wide);
  pen.fillStyle = 'rgba(255,255,255,.13)';
  pen.fillRect(-wide, -wide, length + wide * 2, wide * 0.72);
  pen.restore();
}

function circle(pen: Pen, x: number, y: number, r: number): void {
  pen.beginPath();
  pen.arc(x, y, r, 0, 7);
  pen.fill();
}
