@NullMarked
package kaigo.checkup.web;

import org.jspecify.annotations.NullMarked;
