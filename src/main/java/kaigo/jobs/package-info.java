/** 働き手: threads that look for work and do it. What there is to do stands in the rooms' own tables. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package kaigo.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
