import { findGame } from '../../../games/registry';
import type { Level } from '../../../plan/types';
import { Icon } from '../../parts/icon';
import { PlacePicture } from '../../parts/place-picture';
import { useText } from '../../parts/use-app';
import './add-games.css';

/** The games that are not in the plan yet, each by its place in the bay and by what its drill trains; a press adds one at this level. */
export function AddGames({ levels, onAdd }: { readonly levels: readonly Level[]; onAdd(level: Level): void }) {
  const text = useText();
  if (levels.length === 0) return null;
  return (
    <section class="card add-games">
      <h2>{text('therapist.plan.addTitle')}</h2>
      <ul>
        {levels.map((level) => {
          const name = text(`${level.game}.name`);
          const drill = findGame(level.game)?.drill.id;
          const trains = drill ? text(`${drill}.name`) : '';
          return (
            <li key={level.game}>
              <button type="button" class="add-game" aria-label={`${text('therapist.plan.add', { name })} ${trains}`} onClick={() => onAdd(level)}>
                <PlacePicture game={level.game} />
                <span>
                  <b>{name}</b> <small>{trains}</small>
                </span>
                <Icon name="plus" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
