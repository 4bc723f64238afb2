package kaigo.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a store method that reads no person's record and so takes no {@link Permit}; a test lists and counts them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotAboutAPerson {
    /** Why no permit is needed. */
    String value();
}
