package kaigo.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** JSON 本文の文字列: no value holds a NUL, as no field of a form does. No text in the database can; a statement with one fails. */
@Component
final class BodyTexts extends SimpleModule {

    private static final long serialVersionUID = 1L;

    BodyTexts() {
        super(BodyTexts.class.getName());
        addDeserializer(String.class, new WithoutNul());
    }

    private static final class WithoutNul extends StdScalarDeserializer<String> {

        WithoutNul() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0
                    ? text
                    : context.reportInputMismatch(String.class, "a value holds a NUL");
        }
    }
}
