print("manifest-lint")
