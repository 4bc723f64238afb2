/** Screens of 方式②: sending files, their progress and results, and the start page. */
@NullMarked
package kaigo.intake.web;

import org.jspecify.annotations.NullMarked;
