# The image of one part: docker build --build-arg SERVICE=orders-service .
# SERVICE is orders-service, payments-service, email-service, shipping-service or local-stack.

# What every part is built on, built once for all of them
FROM maven:3.9.16-eclipse-temurin-25 AS shared
WORKDIR /source
COPY .mvn .mvn
COPY pom.xml .
COPY events-schema/pom.xml events-schema/
COPY event-delivery/pom.xml event-delivery/
COPY local-stack/pom.xml local-stack/
COPY orders-service/pom.xml orders-service/
COPY payments-service/pom.xml payments-service/
COPY email-service/pom.xml email-service/
COPY shipping-service/pom.xml shipping-service/
COPY operations/pom.xml operations/
COPY system-tests/pom.xml system-tests/
COPY events-schema/src events-schema/src
COPY event-delivery/src event-delivery/src
COPY local-stack/src local-stack/src
# Tests and formatting are the build's business, not the image's
RUN mvn -B -ntp -Dmaven.test.skip -Dspotless.check.skip install -pl events-schema,event-delivery,local-stack -am

FROM shared AS build
ARG SERVICE
RUN test -n "$SERVICE" || { echo "Name the part: --build-arg SERVICE=orders-service" >&2; exit 1; }
COPY ${SERVICE} ${SERVICE}
RUN mvn -B -ntp -Dmaven.test.skip -Dspotless.check.skip package -pl "$SERVICE"
# A service is Quarkus' directory, the local stack a jar beside its libraries
RUN if [ -d "$SERVICE/target/quarkus-app" ]; then \
        mv "$SERVICE/target/quarkus-app" /app; \
    else \
        mkdir /app && mv "$SERVICE"/target/*.jar "$SERVICE/target/lib" /app/; \
    fi

FROM eclipse-temurin:25.0.4_7-jre
RUN useradd --system --uid 10001 --user-group --home-dir /app --shell /usr/sbin/nologin orderstream \
    && install --directory --owner=orderstream --group=orderstream /data
COPY --chmod=755 deploy/compose/healthy /usr/local/bin/healthy
COPY --from=build /app /app
WORKDIR /app
USER 10001
# For a main class, which is then the command; -jar takes no notice of it
ENV CLASSPATH=/app/*:/app/lib/*
# Read by java itself; JAVA_OPTS is not
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC"
ENTRYPOINT ["java"]
CMD ["-jar", "quarkus-run.jar"]
