/** 主治医意見書 on the screen of the institution that writes it. */
@NullMarked
package kaigo.opinion.web;

import org.jspecify.annotations.NullMarked;
