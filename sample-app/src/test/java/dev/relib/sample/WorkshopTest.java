// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Runs the whole workshop with the filters that the build has compiled, and provides a
 * {@link WorkshopClient}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "workshop.native-directory=target/native", "logging.level.org.openqa.selenium=error" })
@Import(WorkshopClient.class)
@interface WorkshopTest {

}
