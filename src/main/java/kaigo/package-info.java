@NullMarked
package kaigo;

import org.jspecify.annotations.NullMarked;
