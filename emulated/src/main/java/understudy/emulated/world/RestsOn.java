package understudy.emulated.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a reply of the emulation rests on something weaker than a source that was read; counted in docs/evidence.md. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
@Repeatable(RestsOn.All.class)
public @interface RestsOn {
    /** How weak it is. */
    Mark mark();

    /** What is assumed, one sentence. */
    String value();

    /** The marks of the project's reference. */
    enum Mark {
        /** Concluded from other facts. */
        INFERRED,
        /** General knowledge that nobody has confirmed. */
        GENERAL
    }

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
    @interface All {
        RestsOn[] value();
    }
}
