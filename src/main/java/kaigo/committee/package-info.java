/** 介護認定審査会: the papers of a meeting as received; meetings, members and their reading come later. */
@ApplicationModule(allowedDependencies = {"layout", "layout::items", "shared"})
@NullMarked
package kaigo.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
