import path from 'node:path';
import { describeFault, packageRoot, StartupProblem } from '../shared/index.js';
import { type Profile, readProfile } from './read-profile.js';

/** The profile `config/profiles/<name>`. @throws StartupProblem that names every fault (the first twenty) of a broken one */
export function wholeProfile(name: string): Profile {
  const { profile, faults } = readProfile(path.join(packageRoot, 'config', 'profiles', name));
  if (profile && faults.length === 0) return profile;
  const shown = faults.slice(0, 20).map(describeFault).join('\n  ');
  throw new StartupProblem(
    `Bộ cấu hình «${name}» có ${faults.length} lỗi, đề nghị sửa rồi khởi động lại / the profile has faults:\n  ${shown}`,
  );
}
