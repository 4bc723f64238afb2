/** 運用者の画面. */
@NullMarked
package kaigo.operations.web;

import org.jspecify.annotations.NullMarked;
