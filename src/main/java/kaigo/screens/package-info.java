/** What every screen needs: texts, page frame, form fields, pager. Knows no rule and no record. */
@NullMarked
package kaigo.screens;

import org.jspecify.annotations.NullMarked;
