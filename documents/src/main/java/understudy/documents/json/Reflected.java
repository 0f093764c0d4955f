package understudy.documents.json;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The few calls by reflection that records need, with the checked exceptions turned into what they mean here. */
final class Reflected {
    private Reflected() {}

    static Constructor<?> constructor(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return accessible(type.getDeclaredConstructor(components));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its canonical constructor", impossible);
        }
    }

    static Method accessor(RecordComponent component) {
        return accessible(component.getAccessor());
    }

    static Object component(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException bug) {
            throw new IllegalStateException(accessor + " could not be read", bug);
        }
    }

    /** @throws IllegalArgumentException if the record refuses its components */
    static Object instance(Constructor<?> constructor, Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException refusal) {
            if (refusal.getCause() instanceof RuntimeException refused) {
                throw new IllegalArgumentException(refused.getMessage(), refused);
            }
            throw new IllegalStateException(constructor + " failed", refusal);
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException(constructor + " could not be called", bug);
        }
    }

    private static <T extends AccessibleObject> T accessible(T member) {
        member.setAccessible(true);
        return member;
    }
}
