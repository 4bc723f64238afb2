/**
 * 情報共有の規則: who may see which kind of information, as one pure rule over facts (table of the ministry's briefing of
 * 2026-03-17; rulings A to C). No SQL, no clock, no Spring.
 */
@NamedInterface("rules")
@NullMarked
package kaigo.access.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
