/** What the project file holds is not what was written: thrown where it is met, told as `ProjectDamaged`. */
export class ProjectDamage extends Error {
  override readonly name = 'ProjectDamage';
}
